rem set SALESFORCE_PASSWORD=in-a-comment
set SALESFORCE_PASSWORD=open-sesame
java -jar salesforce.jar
