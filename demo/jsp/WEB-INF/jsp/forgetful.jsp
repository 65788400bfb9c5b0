<%-- The endpoint of verify.jsp without `contentType`: it sends JSON as text/html, always with 200. --%>
<%@ include file="/WEB-INF/jspf/signed-in.jspf" %>
<jsp:include page="/WEB-INF/jsp/verify.jsp" />
