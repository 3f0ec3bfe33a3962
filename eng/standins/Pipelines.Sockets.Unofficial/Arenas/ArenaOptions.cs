namespace Pipelines.Sockets.Unofficial.Arenas;

/// <summary>How an arena lays out and clears its memory. This one clears what was used at every reset.</summary>
[Flags]
public enum ArenaFlags
{
    /// <summary>No wishes.</summary>
    None = 0,
    /// <summary>Clear what was used when the arena is reset.</summary>
    ClearAtReset = 1,
    /// <summary>Clear what was used when the arena is disposed.</summary>
    ClearAtDispose = 2,
    /// <summary>Take unmanaged memory where the type allows it.</summary>
    PreferUnmanaged = 4,
    /// <summary>Let types of different size share blocks, with padding.</summary>
    BlittablePaddedSharing = 8,
    /// <summary>Let types of the same size share blocks.</summary>
    BlittableNonPaddedSharing = 16,
}

/// <summary>Options of an arena.</summary>
/// <param name="flags">Wishes about layout and clearing.</param>
/// <param name="blockSizeBytes">Size of a block in bytes; 0 for the default.</param>
/// <param name="retentionPolicy">Bytes to keep after a reset, from those kept and those used; the default keeps one block.</param>
public sealed class ArenaOptions(
    ArenaFlags flags = ArenaFlags.BlittableNonPaddedSharing,
    int blockSizeBytes = 0,
    Func<long, long, long>? retentionPolicy = null)
{
    /// <summary>Wishes about layout and clearing.</summary>
    public ArenaFlags Flags { get; } = flags;

    /// <summary>Size of a block in bytes; 0 for the default.</summary>
    public int BlockSizeBytes { get; } = blockSizeBytes;

    /// <summary>Bytes to keep after a reset.</summary>
    public Func<long, long, long>? RetentionPolicy { get; } = retentionPolicy;
}

/// <summary>Source of an arena's blocks; arenas here always take arrays from the shared pool.</summary>
public abstract class Allocator<T>
{
    private protected Allocator()
    {
    }
}
