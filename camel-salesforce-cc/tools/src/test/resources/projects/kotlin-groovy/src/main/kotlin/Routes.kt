package com.acme

import org.apache.camel.builder.RouteBuilder
import org.apache.camel.component.salesforce.SalesforceComponent

class Routes : RouteBuilder() {
    // salesforce.password = "in-a-comment"
    override fun configure() {
        val crm = SalesforceComponent()
        crm.userName = "jane@acme.example"
        crm.setPassword("open-sesame")
        crm.clientId = "3MVG9key"
        database.password = "of-the-database"
        context.addComponent("salesforce", crm)
        from("salesforce:subscribe:/data/ChangeEvents")
            .to("salesforce:query?sObjectQuery=SELECT Id FROM Lead")
            .log("salesforce: done")
    }

    fun second() = SalesforceComponent().apply {
        loginUrl = "https://acme.my.salesforce.com"
        refreshToken = "abcdef12"
    }

    val password = System.getenv("SALESFORCE_PASSWORD")
}
