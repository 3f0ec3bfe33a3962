using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Streamix.ServiceDefaults.Auth;

namespace Streamix.ServiceDefaults.Http;

/// <summary>A key within its scope, and what was asked under it.</summary>
internal sealed record IdempotencyKey(byte[] Id, byte[] Fingerprint, Guid? AccountId = null)
{
    public const string Header = "Idempotency-Key";
    private const int Longest = 255;

    /// <summary>The advisory lock of this key; a collision costs one 409 and no correctness.</summary>
    public long Lock => BinaryPrimitives.ReadInt64LittleEndian(Id);

    public static bool IsValid(string key) => key.Length is > 0 and <= Longest && key.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0;

    public static async Task<IdempotencyKey> OfAsync(HttpContext context, Caller caller, string key, IReadOnlyList<string> secrets)
    {
        var request = context.Request;
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        var id = SHA256.HashData(Encoding.UTF8.GetBytes($"{caller.Name}\n{request.Method} {route}\n{key}"));

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        hash.AppendData(await BodyHashAsync(request, secrets, context.RequestAborted));
        return new(id, hash.GetHashAndReset(), caller.IsUser ? caller.AccountId : null);
    }

    /// <summary>The body was read by binding already; <see cref="RereadableBody"/> has kept it.</summary>
    private static async Task<byte[]> BodyHashAsync(HttpRequest request, IReadOnlyList<string> secrets, CancellationToken cancellationToken)
    {
        if (!request.Body.CanSeek)
            return [];
        request.Body.Position = 0;
        if (secrets.Count == 0)
            return await SHA256.HashDataAsync(request.Body, cancellationToken);

        var body = (await JsonNode.ParseAsync(request.Body, cancellationToken: cancellationToken))!.AsObject();
        foreach (var secret in secrets)
            body.Remove(secret);
        return SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(body));
    }
}
