using Amazon.S3;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Storage;

namespace Streamix.Users.Profile.Avatars;

/// <summary>The pictures in the object store.</summary>
internal sealed class AvatarShelf(IObjectStore store, IOptions<AvatarOptions> options)
{
    private static readonly PutOptions Immutable = new(AvatarSet.ContentType, "private, max-age=31536000, immutable");
    private readonly string _bucket = options.Value.Bucket;

    public async Task PutAsync(Guid profileId, AvatarSet avatar, CancellationToken cancellationToken)
    {
        foreach (var (size, image) in avatar.Images)
            await PutAsync(AvatarKey.Of(profileId, avatar.Version, size), image, cancellationToken);
    }

    public Task<StoredObject?> GetAsync(Guid profileId, string version, int size, CancellationToken cancellationToken) =>
        store.GetAsync(_bucket, AvatarKey.Of(profileId, version, size), cancellationToken: cancellationToken);

    public async Task DeleteAsync(Guid profileId, string version, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var size in AvatarKey.Sizes)
                await store.DeleteAsync(_bucket, AvatarKey.Of(profileId, version, size), cancellationToken);
        }
        catch (AmazonS3Exception e) when (e.ErrorCode is "NoSuchBucket")
        {
            // Nothing was ever put there.
        }
    }

    private async Task PutAsync(string key, byte[] image, CancellationToken cancellationToken)
    {
        try
        {
            await store.PutAsync(_bucket, key, new MemoryStream(image), Immutable, cancellationToken);
        }
        catch (AmazonS3Exception e) when (e.ErrorCode is "NoSuchBucket")
        {
            await store.EnsureBucketAsync(_bucket, cancellationToken);
            await store.PutAsync(_bucket, key, new MemoryStream(image), Immutable, cancellationToken);
        }
    }
}
