package org.camelforce.salesforcecc.benchmarks.credentials;

import java.io.IOException;

/** The ways in which key and secret can be kept. */
public enum KeepingKind {
    /** The component's options. */
    OPTIONS {
        @Override
        public Keeping create() {
            return new InOptions();
        }
    },
    /** A folder with one file per value. */
    MOUNTED_FOLDER {
        @Override
        public Keeping create() throws IOException {
            return new InFolder();
        }
    },
    /** A properties file. */
    PROPERTIES_FILE {
        @Override
        public Keeping create() throws IOException {
            return new InFile(false);
        }
    },
    /** A JSON file. */
    JSON_FILE {
        @Override
        public Keeping create() throws IOException {
            return new InFile(true);
        }
    },
    /** Options with placeholders, which are evaluated at each login. */
    PLACEHOLDERS {
        @Override
        public Keeping create() {
            return new InPlaceholders();
        }
    },
    /** A bean of the user's. */
    BEAN {
        @Override
        public Keeping create() {
            return new InBean();
        }
    };

    /**
     * @return a new place without pairs, which the caller closes
     * @throws IOException if it cannot be made
     */
    public abstract Keeping create() throws IOException;
}
