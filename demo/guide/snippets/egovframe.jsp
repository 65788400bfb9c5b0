<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" %>
<%@ taglib prefix="c" uri="http://java.sun.com/jsp/jstl/core" %>
<%@ taglib prefix="fn" uri="http://java.sun.com/jsp/jstl/functions" %>

<script type="module" src="<c:url value='/js/motp-verify.min.js' />"></script>

<%-- For a controller that takes a form and responds with {"resultCode": "0000", "authKey": "…"}. The
     widget also sends the form's hidden inputs, such as its CSRF token. A result code that the map
     doesn't list is never a success. --%>
<form action="<c:url value='/checks' />" method="post">
  <input type="hidden" name="${fn:escapeXml(_csrf.parameterName)}" value="${fn:escapeXml(_csrf.token)}" />
  <motp-verify
    format="form"
    code-field="otpNo"
    response-map='{"code": "resultCode", "id": "authKey", "failures": "failCnt",
          "values": {"0000": "verified", "E101": "code-mismatch", "E103": "locked"}}'
    name="motpId"
    required
    submit-form
    completion="inline"
    endpoint="<c:url value='/motp/verify.do' />"
    trainee-name="${fn:escapeXml(trainee.name)}"
    trainee-phone="${fn:escapeXml(trainee.phone)}"
  ></motp-verify>
</form>
