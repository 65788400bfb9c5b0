<?xml version="1.0" encoding="UTF-8" ?>
<%@ page pageEncoding="UTF-8" contentType="text/html; charset=UTF-8" %>
<%@ include file="/WEB-INF/jspf/signed-in.jspf" %>
<% response.setHeader("X-UA-Compatible", "IE=EmulateIE7"); %>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="ko" lang="ko">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=UTF-8" />
<meta http-equiv="X-UA-Compatible" content="IE=7" />
<link rel="icon" href="data:," />
<title>진도 인증</title>
<script type="module" src="motp/motp-verify.min.js"></script>
</head>
<body>
<table width="100%" border="0" cellspacing="0" cellpadding="0" summary="레이아웃">
  <tr>
    <td width="120" bgcolor="#eeeeee" valign="top">메뉴</td>
    <td align="center">
      <table width="500" border="0" cellpadding="0">
        <tr>
          <td align="center">
            <motp-verify endpoint="motp/verify" occasion="lesson" unit="9" trainee-name="홍길동" trainee-phone="01012345678"></motp-verify>
          </td>
        </tr>
        <tr><td id="below">표의 다음 줄</td></tr>
      </table>
    </td>
  </tr>
</table>
</body>
</html>
