using System.Text;

namespace Streamix.Platform.Tests.BadInput;

/// <summary>A way in as bytes on a socket: through the gateway, or straight to a replica of the service.</summary>
/// <param name="Name">For messages.</param>
/// <param name="Address">The process' own port.</param>
/// <param name="Prefix">What stands before the service's own paths.</param>
/// <param name="Token">An access token of somebody new.</param>
internal sealed record Door(string Name, Uri Address, string Prefix, string Token)
{
    public string Notes => $"{Prefix}/notes";

    /// <summary>Request line and headers; each header as <c>name: value</c>, one byte per character.</summary>
    public byte[] Head(string method, string target, params IEnumerable<string> headers) => Encoding.Latin1.GetBytes(
        $"{method} {target} HTTP/1.1\r\nHost: {Address.Authority}\r\nAuthorization: Bearer {Token}\r\nConnection: close\r\n{Lines(headers)}\r\n");

    public byte[] Get(string target, params IEnumerable<string> headers) => Head("GET", target, headers);

    /// <summary>A new note from this body, as JSON unless a header says otherwise.</summary>
    public byte[] Post(byte[] body, params string[] headers) =>
        [.. PostHead([$"Content-Length: {body.Length}", .. headers]), .. body];

    /// <summary>The beginning of a new note, framed as the headers say.</summary>
    public byte[] PostHead(params string[] headers) =>
        Head("POST", Notes, headers.Any(header => header.StartsWith("Content-Type", StringComparison.Ordinal)) ? headers : ["Content-Type: application/json", .. headers]);

    public Task<Answer> SendAsync(byte[] request) => Wire.SendAsync(Address, request);

    private static string Lines(IEnumerable<string> headers) => string.Concat(headers.Select(header => header + "\r\n"));
}
