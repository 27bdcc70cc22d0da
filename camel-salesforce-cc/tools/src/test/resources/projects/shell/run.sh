#!/bin/sh
# export SALESFORCE_PASSWORD=in-a-comment
export SALESFORCE_USERNAME=jane@acme.example
export SALESFORCE_PASSWORD=open-sesame
export SALESFORCE_CLIENT_ID=3MVG9key
java -Dcamel.component.salesforce.password="$SALESFORCE_PASSWORD" \
     -Dcamel.component.salesforce.client-id="$SALESFORCE_CLIENT_ID" \
     -jar app.jar
echo "Salesforce is done"
camel run route.yaml --dep=camel:salesforce
