dependencies {
    implementation("org.apache.camel.springboot:camel-salesforce-starter")
    implementation(libs.camel.salesforce)
    testImplementation("com.acme:salesforce-fakes:1")
}
