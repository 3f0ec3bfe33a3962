using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Streamix.Media.Contracts.Keys;
using V1 = Streamix.Media.Contracts.Keys.V1;

namespace Streamix.Media.Tests.Drm.Hosting;

/// <summary>An asset with its keys, and somebody who plays it.</summary>
internal sealed record Scene(DrmHost Host, Guid Asset, V1.ProvideAnswer Provided)
{
    public static readonly string[] AllTiers = [KeyTiers.Audio, KeyTiers.Sd, KeyTiers.Hd, KeyTiers.Uhd];

    public static async Task<Scene> SetAsync(DrmHost host, params string[] tiers)
    {
        var order = Order(tiers.Length == 0 ? AllTiers : tiers);
        return new(host, Guid.Parse(order.AssetId), await host.Transcoder.ProvideAsync(order));
    }

    public static V1.ProvideRequest Order(params string[] tiers) =>
        new() { AssetId = Guid.CreateVersion7().ToString(), TitleId = Guid.CreateVersion7().ToString(), Tiers = { tiers }, Scheme = "cenc" };

    public V1.ContentKey Key(string tier) => Provided.Keys.Single(k => k.Tier == tier);

    public static string Text(Google.Protobuf.ByteString bytes) => Base64Url.EncodeToString(bytes.Span);

    public string Kid(string tier) => Text(Key(tier).KeyId);

    public V1.AuthoriseRequest Playback(Action<V1.AuthoriseRequest>? change = null)
    {
        var request = new V1.AuthoriseRequest
        {
            PlaybackId = Guid.CreateVersion7().ToString(), AccountId = Guid.CreateVersion7().ToString(), ProfileId = Guid.CreateVersion7().ToString(), AssetId = Asset.ToString(),
            Tiers = { AllTiers }, ExpiresAt = Host.Time.GetUtcNow().AddHours(4).ToTimestamp(), OutputProtection = "none",
        };
        change?.Invoke(request);
        return request;
    }

    public async Task<string> AuthoriseAsync(Action<V1.AuthoriseRequest>? change = null) => (await Host.PlaybackContext.AuthoriseAsync(Playback(change))).Token;

    public Task<HttpResponseMessage> LicenseAsync(string? token, params string[] kids) => LicenseAsync(token, "temporary", kids);

    public Task<HttpResponseMessage> LicenseAsync(string? token, string type, string[] kids) => PostAsync(token, JsonSerializer.Serialize(new { kids, type }));

    /// <summary>As a player sends it: without a content type.</summary>
    public async Task<HttpResponseMessage> PostAsync(string? token, string body, string? contentType = null)
    {
        using var client = Host.CreateClient();
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        var request = new HttpRequestMessage(HttpMethod.Post, "/drm/clearkey") { Content = content };
        if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        return await client.SendAsync(request);
    }
}

internal static class Answers
{
    public static async Task<JsonElement> ShouldBeAsync(this HttpResponseMessage response, int status)
    {
        var text = await response.Content.ReadAsStringAsync();
        ((int)response.StatusCode).ShouldBe(status, text);
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    public static async Task ShouldBeRefusedAsync(this Task<HttpResponseMessage> answer, int status, string reason)
    {
        using var response = await answer;
        var problem = await response.ShouldBeAsync(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        problem.GetProperty("reason").GetString().ShouldBe(reason);
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }
}
