<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="fn" uri="http://java.sun.com/jsp/jstl/functions" %>

<%-- In the head. The widget reads the token when it sends, and sends it to this origin only. --%>
<meta name="_csrf" content="${fn:escapeXml(_csrf.token)}" />
<meta name="_csrf_header" content="${fn:escapeXml(_csrf.headerName)}" />
<script type="module" src="<c:url value='/js/motp-verify.min.js' />"></script>

<form action="<c:url value='/checks' />" method="post">
  <input type="hidden" name="${fn:escapeXml(_csrf.parameterName)}" value="${fn:escapeXml(_csrf.token)}" />
  <motp-verify
    csrf="meta"
    name="motpId"
    required
    submit-form
    completion="inline"
    endpoint="<c:url value='/api/motp' />"
    trainee-name="${fn:escapeXml(trainee.name)}"
    trainee-phone="${fn:escapeXml(trainee.phone)}"
  ></motp-verify>
</form>
