import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The site's half of the mOTP check, for Java 8 and later: one file, no dependencies. For Tomcat 9 and
 * older, Spring 5 and eGovFrame 4, write {@code javax.servlet} in place of {@code jakarta.servlet}.
 *
 * <p>It answers the requests of {@code <motp-verify>} at an address of the site (docs/servers.md). It
 * takes the trainee from the site's session, asks the verification endpoint with a ticket, checks each
 * receipt there, and stores in the session what is verified. The browser is never believed.
 *
 * <p>Settings are the init parameters {@code endpoint} and {@code secret}, or the environment variables
 * {@code MOTP_ENDPOINT} and {@code MOTP_SECRET}.
 */
public class MotpServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final List<String> OCCASIONS =
      Arrays.asList("enrollment", "lesson", "progress-test", "exam", "assignment");
  private static final int MAX_BODY_BYTES = 1024;
  /** Shorter than the widget's own limit of 10 s. */
  private static final int TIMEOUT_MS = 8000;
  /** A ticket is renewed this long before it expires. */
  private static final long RENEWAL_MS = 60_000;
  private static final String SESSION = "motp.session";
  private static final Pattern PATH = Pattern.compile("/(status|attempts/[\\w-]{22,64})");

  private String endpoint;
  private String secret;

  /** Creates a servlet that the container configures. */
  public MotpServlet() {}

  /** Creates a handler for a Spring controller. */
  public MotpServlet(String endpoint, String secret) {
    this.endpoint = endpoint;
    this.secret = secret;
  }

  /** Sets who is signed in. The name and the phone are the registered ones, or null. */
  public static void signIn(HttpSession session, String subject, String name, String phone) {
    session.setAttribute(SESSION, new State(subject, name, phone));
  }

  /** Returns whether the trainee is verified for an occasion. {@code unit}: 0 for none. */
  public static boolean isVerified(HttpSession session, String occasion, int unit) {
    State state = (State) session.getAttribute(SESSION);
    return state != null && state.verified.containsKey(occasion + " " + unit);
  }

  /** Forgets a verification, for occasions that need a new one each time. */
  public static void forget(HttpSession session, String occasion, int unit) {
    State state = (State) session.getAttribute(SESSION);
    if (state != null) state.verified.remove(occasion + " " + unit);
  }

  @Override
  public void init() {
    endpoint = setting("endpoint", "MOTP_ENDPOINT");
    secret = setting("secret", "MOTP_SECRET");
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getPathInfo() == null) handle(request, response);
    else handle(request, response, request.getPathInfo());
  }

  /**
   * Answers a request at an address without paths below it, such as {@code /otpProc.do}: {@code ?status}
   * and {@code ?key=…} do (the attributes {@code status-url} and {@code attempts-url}).
   */
  public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String key = request.getParameter("key");
    boolean isStatus = request.getParameter("status") != null;
    handle(request, response, isStatus ? "/status" : key != null ? "/attempts/" + key : "");
  }

  /** Answers a request. {@code path} is what follows the address of the widget's {@code endpoint}. */
  public void handle(HttpServletRequest request, HttpServletResponse response, String path)
      throws IOException {
    if (request.getMethod().equals("POST") && (path.isEmpty() || path.equals("/"))) {
      handleAttempt(request, response);
    } else if (!request.getMethod().equals("GET")) {
      refuse(response, 405, "invalid-request");
    } else if (!PATH.matcher(path).matches()) {
      refuse(response, 404, "attempt-unknown");
    } else {
      State state = stateOf(request);
      String occasion = state == null ? null : state.lastOccasion;
      forward(state, occasion == null ? OCCASIONS.get(0) : occasion, response, ticket ->
          fetch("GET", path, headers("Motp-Ticket", ticket), null));
    }
  }

  private void handleAttempt(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String type = request.getContentType();
    if (!isOwnOrigin(request)) {
      refuse(response, 403, "origin");
      return;
    }
    if (type == null || !type.matches("(?i)application/json\\s*(;.*)?")) {
      refuse(response, 415, "invalid-request");
      return;
    }
    byte[] bytes = read(request.getInputStream(), MAX_BODY_BYTES + 1);
    if (bytes.length > MAX_BODY_BYTES) {
      refuse(response, 413, "invalid-request");
      return;
    }
    String body = new String(bytes, StandardCharsets.UTF_8).trim();
    // The endpoint reads the JSON. Here it only has to take one more field.
    if (!body.startsWith("{") || !body.endsWith("}")) {
      refuse(response, 400, "invalid-request");
      return;
    }
    String fields = body.substring(1, body.length() - 1).trim();
    String named = field(body, "occasion");
    String occasion = OCCASIONS.contains(named) ? named : OCCASIONS.get(0);
    Map<String, String> headers = headers("Content-Type", "application/json");
    String key = request.getHeader("Idempotency-Key");
    if (key != null) headers.put("Idempotency-Key", key);
    // The last of two fields of one name counts, so no page brings a ticket of its own.
    forward(stateOf(request), occasion, response, ticket ->
        fetch("POST", "", headers,
            "{" + fields + (fields.isEmpty() ? "" : ",") + "\"ticket\":" + quote(ticket) + "}"));
  }

  /** Sends a request of the widget on, with a ticket. One that is no longer valid is renewed once. */
  private void forward(State state, String occasion, HttpServletResponse response, Request request)
      throws IOException {
    if (state == null) {
      refuse(response, 403, "session-required");
      return;
    }
    Answer answer;
    try {
      answer = request.send(ticket(state, occasion));
      if ("ticket-invalid".equals(field(answer.text, "code"))) {
        state.tickets.remove(occasion);
        answer = request.send(ticket(state, occasion));
      }
      if ("verified".equals(field(answer.text, "code"))) redeem(state, answer.text);
    } catch (IOException error) {
      // Not an answer of the contract: the widget then asks for the result by its key.
      response.setStatus(502);
      response.setContentType("text/plain");
      response.getWriter().write("The verification endpoint did not answer.");
      return;
    }
    write(response, answer);
  }

  /** Returns a ticket of the session's trainee (POST {endpoint}/tickets). */
  private String ticket(State state, String occasion) throws IOException {
    state.lastOccasion = occasion;
    Ticket known = state.tickets.get(occasion);
    if (known != null && known.expiresAt > System.currentTimeMillis() + RENEWAL_MS) {
      return known.text;
    }
    String identity = state.name == null || state.phone == null ? ""
        : ",\"identity\":{\"name\":" + quote(state.name) + ",\"phone\":" + quote(state.phone) + "}";
    Map<String, String> headers = authorization();
    headers.put("Content-Type", "application/json");
    Answer answer = fetch("POST", "/tickets", headers,
        "{\"subject\":" + quote(state.subject) + ",\"occasion\":" + quote(occasion) + identity + "}");
    if (answer.status != 201) throw new IOException("No ticket: " + answer.status);
    Ticket ticket = new Ticket();
    ticket.text = field(answer.text, "ticket");
    ticket.expiresAt = Long.parseLong(number(answer.text, "expiresAt"));
    state.tickets.put(occasion, ticket);
    return ticket.text;
  }

  /** Checks a receipt (GET {endpoint}/verifications/{id}), and stores what it is for. */
  private void redeem(State state, String text) throws IOException {
    String id = field(text, "verificationId");
    for (String occasion : state.tickets.keySet()) {
      Map<String, String> headers = authorization();
      // The same key gets the same answer again, also after a lost one.
      headers.put("Idempotency-Key", id);
      Answer answer = fetch("GET", "/verifications/" + encode(id) + "?subject="
          + encode(state.subject) + "&occasion=" + encode(occasion), headers, null);
      if (answer.status != 200) continue;
      String unit = number(answer.text, "unit");
      state.verified.put(occasion + " " + (unit == null ? "0" : unit), System.currentTimeMillis());
      return;
    }
    throw new IOException("The receipt is not valid.");
  }

  private Answer fetch(String method, String path, Map<String, String> headers, String body)
      throws IOException {
    URL url = URI.create(endpoint.replaceAll("/$", "") + path).toURL();
    HttpURLConnection connection = (HttpURLConnection) url.openConnection();
    connection.setRequestMethod(method);
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout(TIMEOUT_MS);
    connection.setReadTimeout(TIMEOUT_MS);
    headers.forEach(connection::setRequestProperty);
    if (body != null) {
      connection.setDoOutput(true);
      connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
    Answer answer = new Answer();
    answer.status = connection.getResponseCode();
    InputStream stream =
        answer.status < 400 ? connection.getInputStream() : connection.getErrorStream();
    answer.text = stream == null ? ""
        : new String(read(stream, 64 * 1024), StandardCharsets.UTF_8);
    for (String name : Arrays.asList("Content-Type", "Retry-After", "Idempotency-Replayed")) {
      String value = connection.getHeaderField(name);
      if (value != null) answer.headers.put(name, value);
    }
    return answer;
  }

  private Map<String, String> authorization() {
    return headers("Authorization", "Bearer " + secret);
  }

  private String setting(String parameter, String variable) {
    String value = getInitParameter(parameter);
    return value == null ? System.getenv(variable) : value;
  }

  private static State stateOf(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null ? null : (State) session.getAttribute(SESSION);
  }

  /** Returns whether a page of this host sent the request. Browsers send Origin with each POST. */
  private static boolean isOwnOrigin(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    return origin == null || origin.replaceFirst("^https?://", "").equals(request.getHeader("Host"));
  }

  private static void refuse(HttpServletResponse response, int status, String code)
      throws IOException {
    Answer answer = new Answer();
    answer.status = status;
    answer.text = "{\"code\":" + quote(code) + ",\"counted\":false,\"serverTime\":"
        + System.currentTimeMillis() + "}";
    answer.headers.put("Content-Type", "application/problem+json");
    write(response, answer);
  }

  private static void write(HttpServletResponse response, Answer answer) throws IOException {
    response.setStatus(answer.status);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    answer.headers.forEach(response::setHeader);
    response.getOutputStream().write(answer.text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] read(InputStream stream, int limit) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[1024];
    for (int n; bytes.size() < limit && (n = stream.read(buffer)) >= 0; ) bytes.write(buffer, 0, n);
    return bytes.toByteArray();
  }

  private static Map<String, String> headers(String name, String value) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(name, value);
    return headers;
  }

  /** Returns a text field of flat JSON without escapes, as the endpoint's own fields are; else null. */
  private static String field(String json, String name) {
    Matcher matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"\\\\]*)\"").matcher(json);
    return matcher.find() ? matcher.group(1) : null;
  }

  private static String number(String json, String name) {
    Matcher matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*([0-9]+)").matcher(json);
    return matcher.find() ? matcher.group(1) : null;
  }

  private static String encode(String text) throws IOException {
    return URLEncoder.encode(text, "UTF-8").replace("+", "%20");
  }

  private static String quote(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c < ' ' || c == '"' || c == '\\') json.append(String.format("\\u%04x", (int) c));
      else json.append(c);
    }
    return json.append('"').toString();
  }

  private interface Request {
    Answer send(String ticket) throws IOException;
  }

  private static final class Answer {
    int status;
    String text;
    final Map<String, String> headers = new LinkedHashMap<>();
  }

  private static final class Ticket implements Serializable {
    private static final long serialVersionUID = 1L;
    String text;
    long expiresAt;
  }

  /** What the session holds: who is signed in, the tickets, and what is verified. */
  private static final class State implements Serializable {
    private static final long serialVersionUID = 1L;
    final String subject;
    final String name;
    final String phone;
    volatile String lastOccasion;
    final Map<String, Ticket> tickets = new ConcurrentHashMap<>();
    final Map<String, Long> verified = new ConcurrentHashMap<>();

    State(String subject, String name, String phone) {
      this.subject = subject;
      this.name = name;
      this.phone = phone;
    }
  }
}
