// camel-k: property=camel.component.salesforce.password=open-sesame
// The salesforce: scheme is explained in the wiki
def component = new org.apache.camel.component.salesforce.SalesforceComponent(userName: 'jane@acme.example', clientId: '3MVG9key')
context.addComponent('salesforce', component)
from('salesforce:CamelTestTopic')
    .to('salesforce:getSObject?sObjectName=Account')
    .log('Salesforce')
