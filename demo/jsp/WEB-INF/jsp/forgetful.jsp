<%-- The same endpoint by someone who forgot `contentType`: JSON as text/html, and always 200. --%>
<%@ include file="/WEB-INF/jspf/signed-in.jspf" %>
<jsp:include page="/WEB-INF/jsp/verify.jsp" />
