using System.Collections.Concurrent;
using Google.Protobuf;
using Grpc.Core;
using Streamix.Media.Contracts.Keys.V1;
using KeysClient = Streamix.Media.Contracts.Keys.V1.Keys.KeysClient;

namespace Streamix.Media.Tests.Jobs;

/// <summary>Stands for media-drm: a key per tier, always the same.</summary>
internal sealed class FakeKeys : KeysClient
{
    public const string Key = "0123456789abcdef0123456789abcdef";

    public ConcurrentQueue<ProvideRequest> Requests { get; } = [];

    /// <summary>Not to be reached.</summary>
    public bool Down { get; set; }

    public override AsyncUnaryCall<ProvideAnswer> ProvideAsync(ProvideRequest request, CallOptions options)
    {
        Requests.Enqueue(request);
        var answer = new ProvideAnswer();
        foreach (var (number, tier) in request.Tiers.Index())
            answer.Keys.Add(new ContentKey
            {
                Tier = tier,
                KeyId = ByteString.CopyFrom([.. Enumerable.Repeat((byte)(number + 1), 16)]),
                Key = ByteString.CopyFrom(Convert.FromHexString(Key)),
            });
        return new(
            Down ? Task.FromException<ProvideAnswer>(new RpcException(new Status(StatusCode.Unavailable, "down"))) : Task.FromResult(answer),
            Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });
    }
}
