<%-- The endpoint of verify.jsp behind a filter that requires the page's CSRF token. --%>
<%@ page pageEncoding="UTF-8" contentType="application/json; charset=UTF-8" %>
<%@ include file="/WEB-INF/jspf/signed-in.jspf" %>
<%@ include file="/WEB-INF/jspf/guard.jspf" %>
<jsp:include page="/WEB-INF/jsp/verify.jsp" />
