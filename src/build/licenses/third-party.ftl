<#assign text><#include "allowed.txt" parse=false></#assign>
<#assign allowed = text?split("\n")>
<#assign inside = inside![]>
Third-party software
====================

What this module needs at run time, optional libraries included, and the license under which it is used.
<#if inside?has_content>
Classes of the entries that are marked as inside are part of this file.
</#if>
<#list dependencyMap as dependency>
<#assign project = dependency.key>
<#assign offered = dependency.value>
<#assign used = "">
<#list allowed as license><#if used == "" && offered?seq_contains(license)><#assign used = license></#if></#list>
<#assign mark = "">
<#list inside as group><#if (project.groupId + ":" + project.artifactId)?starts_with(group)><#assign mark = ", inside"></#if></#list>

<#if project.name?starts_with("Unnamed")>${project.artifactId}<#else>${project.name?trim}</#if> (${project.groupId}:${project.artifactId}:${project.version})${mark}
    ${used}<#if offered?size gt 1>, one of ${offered?join(", ")}</#if>
    ${project.url!project.artifactId}
<#if project.artifactId == "netty-common">
    contains JCTools (org.jctools:jctools-core) under Apache-2.0
</#if>
</#list>
