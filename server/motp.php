<?php
/**
 * The site's half of the mOTP check, for PHP 7.4 and later: one file, no dependencies.
 *
 * It answers the requests of <motp-verify> at an address of the site (docs/servers.md). It takes the
 * trainee from the site's session, asks the verification endpoint with a ticket, checks each receipt
 * there, and stores in the session what is verified. The browser is never believed.
 *
 * At sign-in:   $_SESSION['motp_trainee'] = ['subject' => '1001', 'name' => '홍길동', 'phone' => '01012345678'];
 * In a page:    if (!motp_is_verified('lesson', 9)) { header('Location: /check.php'); exit; }
 * The endpoint: <?php session_start(); require 'motp.php'; motp_handle();
 *
 * Settings are the environment variables MOTP_ENDPOINT and MOTP_SECRET.
 */

const MOTP_OCCASIONS = ['enrollment', 'lesson', 'progress-test', 'exam', 'assignment'];
const MOTP_MAX_BODY_BYTES = 1024;
/** In seconds; shorter than the widget's own limit of 10. */
const MOTP_TIMEOUT = 8;
/** A ticket is renewed this long before it expires, in ms. */
const MOTP_RENEWAL_MS = 60000;

/** Returns whether the trainee is verified for an occasion, and forgets it with $once. */
function motp_is_verified(string $occasion, int $unit = 0, bool $once = false): bool
{
    $name = "$occasion $unit";
    $is_verified = isset($_SESSION['motp_verified'][$name]);
    if ($once) {
        unset($_SESSION['motp_verified'][$name]);
    }
    return $is_verified;
}

/**
 * Answers the request of the widget. The path below the script is empty, /status or /attempts/{key};
 * without paths, ?status and ?key={key} do (the attributes status-url and attempts-url).
 */
function motp_handle(): void
{
    // A notice before the JSON would make the answer unreadable.
    ini_set('display_errors', '0');
    $path = rtrim($_SERVER['PATH_INFO'] ?? '', '/');
    if (isset($_GET['status'])) {
        $path = '/status';
    } elseif (isset($_GET['key']) && is_string($_GET['key'])) {
        $path = '/attempts/' . $_GET['key'];
    }
    if ($_SERVER['REQUEST_METHOD'] === 'POST' && $path === '') {
        motp_handle_attempt();
        return;
    }
    if ($_SERVER['REQUEST_METHOD'] !== 'GET') {
        motp_refuse(405, 'invalid-request');
        return;
    }
    if (!preg_match('~^/(status|attempts/[\w-]{22,64})$~D', $path)) {
        motp_refuse(404, 'attempt-unknown');
        return;
    }
    $occasion = array_key_first($_SESSION['motp_tickets'] ?? []) ?? MOTP_OCCASIONS[0];
    motp_forward($occasion, function (string $ticket) use ($path) {
        return motp_fetch('GET', $path, ["Motp-Ticket: $ticket"]);
    });
}

function motp_handle_attempt(): void
{
    $origin = $_SERVER['HTTP_ORIGIN'] ?? '';
    // Browsers send Origin with each POST. Only pages of this host may ask.
    if ($origin !== '' && preg_replace('~^https?://~', '', $origin) !== ($_SERVER['HTTP_HOST'] ?? '')) {
        motp_refuse(403, 'origin');
        return;
    }
    if (!preg_match('~^application/json\s*(;|$)~i', $_SERVER['CONTENT_TYPE'] ?? '')) {
        motp_refuse(415, 'invalid-request');
        return;
    }
    $body = (string) file_get_contents('php://input', false, null, 0, MOTP_MAX_BODY_BYTES + 1);
    if (strlen($body) > MOTP_MAX_BODY_BYTES) {
        motp_refuse(413, 'invalid-request');
        return;
    }
    $fields = json_decode($body, true);
    if (!is_array($fields)) {
        motp_refuse(400, 'invalid-request');
        return;
    }
    $occasion = in_array($fields['occasion'] ?? null, MOTP_OCCASIONS, true) ? $fields['occasion'] : MOTP_OCCASIONS[0];
    $headers = ['Content-Type: application/json'];
    // A header with a line break cannot arrive here, so the key is sent on as it is.
    if (isset($_SERVER['HTTP_IDEMPOTENCY_KEY'])) {
        $headers[] = 'Idempotency-Key: ' . $_SERVER['HTTP_IDEMPOTENCY_KEY'];
    }
    motp_forward($occasion, function (string $ticket) use ($fields, $headers) {
        $fields['ticket'] = $ticket;
        return motp_fetch('POST', '', $headers, json_encode($fields));
    });
}

/** Sends a request of the widget on, with a ticket. A ticket that is no longer valid is renewed once. */
function motp_forward(string $occasion, callable $send): void
{
    if (!isset($_SESSION['motp_trainee']['subject'])) {
        motp_refuse(403, 'session-required');
        return;
    }
    try {
        $response = $send(motp_ticket($occasion));
        if (($response['fields']['code'] ?? '') === 'ticket-invalid') {
            unset($_SESSION['motp_tickets'][$occasion]);
            $response = $send(motp_ticket($occasion));
        }
        if (($response['fields']['code'] ?? '') === 'verified') {
            motp_redeem((string) ($response['fields']['verificationId'] ?? ''));
        }
        motp_answer($response['status'], $response['text'], $response['headers']);
    } catch (RuntimeException $error) {
        // Not an answer of the contract: the widget then asks for the result by its key.
        http_response_code(502);
        header('Content-Type: text/plain');
        echo 'The verification endpoint did not answer.';
    }
}

/** Returns a ticket of the session's trainee (POST {endpoint}/tickets). */
function motp_ticket(string $occasion): string
{
    $known = $_SESSION['motp_tickets'][$occasion] ?? null;
    if ($known !== null && $known['expiresAt'] > microtime(true) * 1000 + MOTP_RENEWAL_MS) {
        return $known['ticket'];
    }
    $trainee = $_SESSION['motp_trainee'];
    $request = ['subject' => $trainee['subject'], 'occasion' => $occasion];
    if (($trainee['name'] ?? '') !== '' && ($trainee['phone'] ?? '') !== '') {
        $request['identity'] = ['name' => $trainee['name'], 'phone' => $trainee['phone']];
    }
    $headers = ['Content-Type: application/json', motp_authorization()];
    $response = motp_fetch('POST', '/tickets', $headers, json_encode($request));
    if ($response['status'] !== 201) {
        throw new RuntimeException('No ticket: ' . $response['status']);
    }
    $_SESSION['motp_tickets'][$occasion] = $response['fields'];
    return $response['fields']['ticket'];
}

/** Checks a receipt (GET {endpoint}/verifications/{id}), and stores in the session what it is for. */
function motp_redeem(string $id): void
{
    foreach (array_keys($_SESSION['motp_tickets'] ?? []) as $occasion) {
        $query = http_build_query(['subject' => $_SESSION['motp_trainee']['subject'], 'occasion' => $occasion]);
        // The same key gets the same answer again, also after a lost one.
        $headers = ["Idempotency-Key: $id", motp_authorization()];
        $response = motp_fetch('GET', '/verifications/' . rawurlencode($id) . "?$query", $headers);
        if ($response['status'] === 200) {
            $unit = $response['fields']['unit'] ?? 0;
            $_SESSION['motp_verified']["$occasion $unit"] = time();
            return;
        }
    }
    throw new RuntimeException('The receipt is not valid.');
}

function motp_authorization(): string
{
    return 'Authorization: Bearer ' . getenv('MOTP_SECRET');
}

/**
 * Sends a request to the verification endpoint.
 *
 * @return array{status: int, headers: array<string, string>, text: string, fields: array}
 * @throws RuntimeException if no answer comes
 */
function motp_fetch(string $method, string $path, array $headers, ?string $body = null): array
{
    $context = stream_context_create(['http' => [
        'method' => $method,
        'header' => $headers,
        'content' => $body ?? '',
        'timeout' => MOTP_TIMEOUT,
        'ignore_errors' => true,
        'follow_location' => 0,
    ]]);
    $text = @file_get_contents(rtrim((string) getenv('MOTP_ENDPOINT'), '/') . $path, false, $context);
    if ($text === false) {
        throw new RuntimeException('The verification endpoint did not answer.');
    }
    $received = [];
    foreach (array_slice($http_response_header, 1) as $line) {
        [$name, $value] = array_pad(explode(':', $line, 2), 2, '');
        $received[strtolower($name)] = trim($value);
    }
    $fields = json_decode($text, true);
    return [
        'status' => (int) explode(' ', $http_response_header[0])[1],
        'headers' => $received,
        'text' => $text,
        'fields' => is_array($fields) ? $fields : [],
    ];
}

function motp_refuse(int $status, string $code): void
{
    $fields = ['code' => $code, 'counted' => false, 'serverTime' => (int) (microtime(true) * 1000)];
    motp_answer($status, json_encode($fields), ['content-type' => 'application/problem+json']);
}

function motp_answer(int $status, string $text, array $from): void
{
    http_response_code($status);
    header('Cache-Control: no-store');
    header('X-Content-Type-Options: nosniff');
    foreach (['Content-Type', 'Retry-After', 'Idempotency-Replayed'] as $name) {
        if (isset($from[strtolower($name)])) {
            header("$name: " . $from[strtolower($name)]);
        }
    }
    echo $text;
}
