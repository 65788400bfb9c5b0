<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="fn" uri="http://java.sun.com/jsp/jstl/functions" %>

<%-- A module script, for pages in EUC-KR too. Where modules cannot run, motp-verify.classic.js. --%>
<script type="module" src="<c:url value='/js/motp-verify.min.js' />"></script>

<%-- A name may contain quotes, < and &, so always write it with fn:escapeXml. --%>
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
