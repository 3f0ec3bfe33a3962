using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Streamix.Platform.Tests.Accounts.Routes;

/// <summary>One operation of the merged OpenAPI document.</summary>
internal sealed partial record Operation(string Method, string Template, JsonElement Node, JsonElement Document)
{
    private const string Json = "application/json";
    private const string Png = "image/png";

    /// <summary>Which of the services that offer the same to operators is asked.</summary>
    public const string Operated = "users-account";

    private const string PublicPrefix = "/api/v1";

    /// <summary>The service it belongs to.</summary>
    public string Service => Node.GetProperty("tags")[0].GetString() is { } tag and not "operations" ? tag : Operated;

    /// <summary>What its service itself calls an address that the public sees; the gateway's own are the same for both.</summary>
    public string AtService(string address) => Service == "infra-gateway" ? address : address.Replace($"/operations/{Operated}/", "/operations/", StringComparison.Ordinal)[PublicPrefix.Length..];

    public bool IsWrite => Method != "GET";

    /// <summary>The document says that no token is needed.</summary>
    public bool IsOpen => Node.TryGetProperty("security", out var security) && security.GetArrayLength() == 0;

    /// <summary>The document says that not every user may.</summary>
    public bool NeedsRole => Node.TryGetProperty("description", out var text) && text.GetString()!.Contains("Needs role", StringComparison.Ordinal);

    public bool HasParameters => Template.Contains('{', StringComparison.Ordinal);

    /// <summary>A request with as little as possible.</summary>
    public HttpRequestMessage Minimal() => Request(Fill.AtRandom, "{}");

    /// <summary>A request with the document's own examples, so that nothing else is wrong with it.</summary>
    public HttpRequestMessage Full(Func<Operation, string, string> fill) => Request(fill, Body is { } content && content.TryGetProperty(Json, out var media) ? Examples.Of(media.GetProperty("schema"), Document)!.ToJsonString() : "{}");

    public override string ToString() => $"{Method} {Template}";

    private JsonElement? Body => Node.TryGetProperty("requestBody", out var body) ? body.GetProperty("content") : null;

    private HttpRequestMessage Request(Func<Operation, string, string> fill, string json)
    {
        var request = new HttpRequestMessage(new HttpMethod(Method), Parameter().Replace(Template, match => fill(this, match.Groups[1].Value)));
        if (IsWrite) request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        if (Method == "PUT") request.Headers.Add("If-Match", "*");
        if (Body is { } content)
            request.Content = content.TryGetProperty(Json, out _) ? new StringContent(json, Encoding.UTF8, Json) : File(content);
        return request;
    }

    private static ByteArrayContent File(JsonElement content) => content.TryGetProperty(Png, out _)
        ? new ByteArrayContent(Belongings.Picture) { Headers = { ContentType = new MediaTypeHeaderValue(Png) } }
        : new StringContent("text", Encoding.UTF8, content.EnumerateObject().Select(type => type.Name).First(type => !type.StartsWith("multipart/", StringComparison.Ordinal)));

    [GeneratedRegex(@"\{(\w+)\}", RegexOptions.None, 1000)]
    private static partial Regex Parameter();
}
