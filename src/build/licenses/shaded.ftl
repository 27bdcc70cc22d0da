<#-- what artifactSet of the Shade plugin includes in camel-salesforce-cc/component-shaded -->
<#assign inside = ["org.apache.camel:camel-salesforce", "org.cometd.java:", "org.eclipse.jetty:", "org.eclipse.jetty.compression:"]>
<#include "third-party.ftl">
