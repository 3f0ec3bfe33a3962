using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;

namespace Streamix.Media.Drm.Data;

/// <summary>Locks that last as long as the transaction, also on what has no row yet. Two ids that fall together only wait for each other.</summary>
internal static class DrmLocks
{
    public static Task LockAssetAsync(this DrmDb db, Guid assetId, CancellationToken cancellationToken) => LockAsync(db, assetId, 0x4153_5345, cancellationToken);

    public static Task LockPlaybackAsync(this DrmDb db, Guid playbackId, CancellationToken cancellationToken) => LockAsync(db, playbackId, 0x504c_4159, cancellationToken);

    private static Task LockAsync(DrmDb db, Guid id, long kind, CancellationToken cancellationToken)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        var key = kind << 32 ^ BinaryPrimitives.ReadInt64LittleEndian(bytes) ^ BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]);
        return db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({key})", cancellationToken);
    }
}
