namespace Streamix.ServiceDefaults.Http;

/// <summary>Where a body ends.</summary>
public static class RequestFraming
{
    /// <summary>
    /// True when a request came with both <c>Content-Length</c> and <c>Transfer-Encoding</c> (RFC 9112, 6.1): two servers may see its end in
    /// different places. Kestrel reads the chunks and keeps the other under this name.
    /// </summary>
    public static bool IsAmbiguous(IHeaderDictionary headers) => headers.TransferEncoding.Count > 0 && headers.ContainsKey("X-Content-Length");
}
