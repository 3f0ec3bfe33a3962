using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Options;
using Streamix.Media.Drm.Keys;
using Streamix.Media.Drm.Playbacks;
using Streamix.Media.Drm.Pssh;
using Streamix.Media.Drm.Wrapping;
using Streamix.ServiceDefaults.Auth;
using V1 = Streamix.Media.Contracts.Keys.V1;

namespace Streamix.Media.Drm.Calls;

/// <summary>Keys and authorisations for other services. Each call is for the one that needs it.</summary>
internal sealed class KeyCalls(
    KeyDesk keys, KeyWrap wrap, PlaybackDesk playbacks, PlaybackTokens tokens, Caller caller, IOptions<DrmOptions> options, TimeProvider time) : V1.Keys.KeysBase
{
    public override async Task<V1.ProvideAnswer> Provide(V1.ProvideRequest request, ServerCallContext context)
    {
        Callers.Demand(caller, Callers.Transcoder);
        var provided = await keys.ProvideAsync(Requests.Read(request), context.CancellationToken);
        // One box that names every key: browsers read the first of a system only, and packagers put all boxes into each segment.
        var box = CommonBox.Of([.. provided.Select(key => key.Id)]);
        return new() { Keys = { provided.Select(key => Open(key, box, context.GetHttpContext())) } };
    }

    public override async Task<V1.AuthoriseAnswer> Authorise(V1.AuthoriseRequest request, ServerCallContext context)
    {
        Callers.Demand(caller, Callers.PlaybackContext);
        var grant = Requests.Read(request, time.GetUtcNow(), options.Value.LongestAuthorisation);
        if (!await playbacks.AuthoriseAsync(grant, context.CancellationToken))
            throw new RpcException(new Status(StatusCode.FailedPrecondition, "The playback was withdrawn, or is somebody else's."));
        return new() { Token = tokens.Write(grant), ExpiresAt = grant.ExpiresAt.ToTimestamp() };
    }

    public override async Task<V1.WithdrawAnswer> Withdraw(V1.WithdrawRequest request, ServerCallContext context)
    {
        Callers.Demand(caller, Callers.PlaybackContext);
        await playbacks.WithdrawAsync(Requests.Id("playback_id", request.PlaybackId), context.CancellationToken);
        return new();
    }

    /// <summary>The message shares the key's own memory, which is overwritten when the answer has gone.</summary>
    private V1.ContentKey Open(ContentKey key, byte[] box, HttpContext http)
    {
        var material = key.Open(wrap);
        http.Response.RegisterForDispose(material);
        return new()
        {
            Tier = key.Tier,
            KeyId = ByteString.CopyFrom(KeyId.Bytes(key.Id)),
            Key = UnsafeByteOperations.UnsafeWrap(material.AsMemory()),
            Iv = ByteString.CopyFrom(key.Iv),
            Pssh = ByteString.CopyFrom([.. box, .. key.Boxes]),
        };
    }
}
