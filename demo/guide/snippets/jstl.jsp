<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="fn" uri="http://java.sun.com/jsp/jstl/functions" %>

<%-- A module script: classic ones, for pages in EUC-KR, are motp-verify.classic.js. --%>
<script type="module" src="<c:url value='/js/motp-verify.min.js' />"></script>

<%-- fn:escapeXml: a name may hold quotes, < and &. Never write ${trainee.name} alone. --%>
<form action="<c:url value='/checks' />" method="post">
  <motp-verify
    name="motpId"
    required
    submit-form
    completion="inline"
    endpoint="<c:url value='/api/motp' />"
    occasion="${fn:escapeXml(occasion)}"
    trainee-name="${fn:escapeXml(trainee.name)}"
    trainee-phone="${fn:escapeXml(trainee.phone)}"
  ></motp-verify>
</form>
