repositories {
    mavenLocal()
    mavenCentral()
}

dependencies {
    implementation(platform("org.apache.camel:camel-bom:4.18.0"))
    implementation("org.apache.camel:camel-main")
    implementation("org.camelforce:camel-salesforce-cc:1.0.0-SNAPSHOT")
    testImplementation("org.camelforce:camel-salesforce-cc-test-junit5:1.0.0-SNAPSHOT")
}
