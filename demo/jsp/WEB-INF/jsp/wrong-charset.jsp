<%-- The classic build from a server that labels every file as EUC-KR. --%><%@ page session="false" trimDirectiveWhitespaces="true" import="java.io.InputStream" %><%
  response.setContentType("application/x-javascript; charset=EUC-KR");
  try (InputStream script = application.getResourceAsStream("/motp/motp-verify.classic.js")) {
    // One character per byte; the script is ASCII.
    out.print(new String(script.readAllBytes(), "ISO-8859-1"));
  }
%>
