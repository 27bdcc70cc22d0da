package org.camelforce.salesforcecc.benchmarks.credentials;

import java.io.IOException;

/** The ways in which key and secret can be kept. */
public enum StorageKind {
    /** The component's options. */
    OPTIONS {
        @Override
        public CredentialsStorage create() {
            return new OptionStorage();
        }
    },
    /** A folder with one file per value. */
    MOUNTED_FOLDER {
        @Override
        public CredentialsStorage create() throws IOException {
            return new FolderStorage();
        }
    },
    /** A properties file. */
    PROPERTIES_FILE {
        @Override
        public CredentialsStorage create() throws IOException {
            return new FileStorage(false);
        }
    },
    /** A JSON file. */
    JSON_FILE {
        @Override
        public CredentialsStorage create() throws IOException {
            return new FileStorage(true);
        }
    },
    /** Options with placeholders, which are evaluated at each login. */
    PLACEHOLDERS {
        @Override
        public CredentialsStorage create() {
            return new PlaceholderStorage();
        }
    },
    /** A bean of the user's. */
    BEAN {
        @Override
        public CredentialsStorage create() {
            return new BeanStorage();
        }
    };

    /**
     * @return a new place without pairs, which the caller closes
     * @throws IOException if it cannot be made
     */
    public abstract CredentialsStorage create() throws IOException;
}
