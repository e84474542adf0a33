<?php
// What an old system gets over SOAP with PHP's own SoapClient, a foreign client, used as it is.
//
// usage: old_system.php BASE_URL ACCOUNT SECRET
// Prints one JSON line: of each call the number of offices it saw, or the code of its fault.
declare(strict_types=1);

[, $base, $account, $secret] = $argv;
const WSSE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
const WSU = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd';
const PROFILE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0';
$wsdl = "$base/ws/registration/v1?wsdl";
$other = substr($secret, 0, -1) . (str_ends_with($secret, 'A') ? 'B' : 'A');

function call(SoapClient $client, string $operation = 'listOffices', array $body = []): int|string
{
    try {
        $answer = $client->__soapCall($operation, [$body]);
        return count($answer->items ?? []);
    } catch (SoapFault $fault) {
        return $fault->detail->fault->code ?? $fault->getMessage();
    }
}

function client(array $options = []): SoapClient
{
    global $wsdl;
    return new SoapClient($wsdl, $options + ['cache_wsdl' => WSDL_CACHE_NONE, 'features' => SOAP_SINGLE_ELEMENT_ARRAYS]);
}

// PHP knows HTTP Basic; the header of WS-Security is what its manual's readers write themselves
function token(string $password, bool $digest): SoapClient
{
    global $account;
    $nonce = random_bytes(16);
    $created = gmdate('Y-m-d\TH:i:s\Z');
    $type = $digest ? 'PasswordDigest' : 'PasswordText';
    $said = $digest ? base64_encode(sha1($nonce . $created . $password, true)) : htmlspecialchars($password);
    $more = $digest ? '<w:Nonce>' . base64_encode($nonce) . '</w:Nonce><u:Created>' . $created . '</u:Created>' : '';
    $xml = '<w:Security xmlns:w="' . WSSE . '" xmlns:u="' . WSU . '"><w:UsernameToken><w:Username>' . $account
        . '</w:Username><w:Password Type="' . PROFILE . '#' . $type . '">' . $said . '</w:Password>' . $more
        . '</w:UsernameToken></w:Security>';
    $client = client();
    $client->__setSoapHeaders(new SoapHeader(WSSE, 'Security', new SoapVar($xml, XSD_ANYXML), true));
    return $client;
}

echo json_encode([
    'basic' => call(client(['login' => $account, 'password' => $secret])),
    'text' => call(token($secret, false)),
    'digest' => call(token($secret, true)),
    'wrongBasic' => call(client(['login' => $account, 'password' => $other])),
    'wrongText' => call(token($other, false)),
    'wrongDigest' => call(token($other, true)),
    'push' => call(token($secret, false), 'createApplication', ['idempotencyKey' => $account, 'officeId' => 'none']),
]), "\n";
