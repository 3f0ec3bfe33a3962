namespace Streamix.LocalS3.Tests.Hosting;

/// <summary>A request to sign and send; whatever is set on it after signing is a forgery.</summary>
internal sealed class RawRequest(string method, string path, string query = "", byte[]? body = null)
{
    public string Method { get; set; } = method;

    public string Path { get; set; } = path;

    public string Query { get; set; } = query;

    public byte[] Body { get; set; } = body ?? [];

    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public RawRequest With(string header, string value)
    {
        Headers[header] = value;
        return this;
    }
}
