using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Aspire.Hosting.Testing;
using Npgsql;
using Streamix.Testing.Tokens;

namespace Streamix.Platform.Tests.Accounts.Routes;

/// <summary>What only somebody who has broken into the issuer would have: its private key, and the secret of a service.</summary>
internal static class PlatformKey
{
    private const int Nonce = 12;
    private const int Tag = 16;

    /// <summary>An issuer whose tokens have the platform's own signature.</summary>
    public static async Task<TestTokens> StealAsync(AccountsGraph graph)
    {
        var admin = new NpgsqlConnectionStringBuilder(await graph.Application.GetConnectionStringAsync("postgres")) { Database = "auth-session-db", Pooling = false };
        await using var source = NpgsqlDataSource.Create(admin);
        await using var command = source.CreateCommand("SELECT id, sealed_private FROM signing_keys WHERE activates_at <= now() ORDER BY activates_at DESC LIMIT 1");
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Open(Secret(graph, "auth-session-key-encryption-secret"), row.GetString(0), (byte[])row[1]), out _);
        return TestTokens.FromPem(key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>A service's token as the issuer gives it.</summary>
    public static async Task<string> ServiceTokenAsync(AccountsGraph graph, string service = "users-account")
    {
        using var http = graph.CreateBareClient("auth-session");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/internal/tokens") { Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{service}:{Secret(graph, $"{service}-client-secret")}")));
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    private static byte[] Open(string secret, string keyId, byte[] box)
    {
        var derived = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), 32, info: "streamix auth-session signing-keys"u8.ToArray());
        using var aes = new AesGcm(derived, Tag);
        var opened = new byte[box.Length - Nonce - Tag];
        aes.Decrypt(box.AsSpan(0, Nonce), box.AsSpan(Nonce + Tag), box.AsSpan(Nonce, Tag), opened, Encoding.ASCII.GetBytes(keyId));
        return opened;
    }

    private static string Secret(AccountsGraph graph, string name) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(graph.Data, "secrets.json")))![name];
}
