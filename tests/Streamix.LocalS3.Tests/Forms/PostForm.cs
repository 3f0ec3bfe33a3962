using System.Text;
using Streamix.LocalS3.Tests.Hosting;

namespace Streamix.LocalS3.Tests.Forms;

/// <summary>A browser's form with a signed policy over the given conditions.</summary>
internal sealed class PostForm(string bucket, string conditions)
{
    public Signer Signer { get; init; } = new();

    public DateTimeOffset Expiration { get; init; } = DateTimeOffset.UtcNow.AddMinutes(5);

    public Dictionary<string, string> Fields { get; } = new() { ["key"] = "up/a.txt" };

    public string? Signature { get; init; }

    public async Task<RawAnswer> SendAsync(Uri address, byte[] file, string fileName = "a.txt")
    {
        using var content = new MultipartFormDataContent("form-boundary");
        foreach (var (name, value) in Fields.Concat(SignedFields()))
            content.Add(new StringContent(value), $"\"{name}\"");
        content.Add(new ByteArrayContent(file), "\"file\"", $"\"{fileName}\"");
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var response = await http.PostAsync(new Uri(address, bucket), content);
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        return new((int)response.StatusCode, headers, await response.Content.ReadAsStringAsync());
    }

    private Dictionary<string, string> SignedFields()
    {
        var credential = $"{Signer.Access}/{Signer.Scope}";
        var document = $$"""
            {"expiration":"{{Expiration.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}}","conditions":[{{conditions}},{"bucket":"{{bucket}}"},
            {"x-amz-algorithm":"AWS4-HMAC-SHA256"},{"x-amz-credential":"{{credential}}"},{"x-amz-date":"{{Signer.Timestamp}}"}]}
            """;
        var policy = Convert.ToBase64String(Encoding.UTF8.GetBytes(document));
        return new()
        {
            ["x-amz-algorithm"] = "AWS4-HMAC-SHA256", ["x-amz-credential"] = credential, ["x-amz-date"] = Signer.Timestamp,
            ["policy"] = policy, ["x-amz-signature"] = Signature ?? Hosting.Signer.Hex(Hosting.Signer.Hmac(Signer.Key, policy)),
        };
    }
}
