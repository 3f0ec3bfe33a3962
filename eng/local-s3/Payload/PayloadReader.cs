namespace Streamix.LocalS3.Payload;

/// <summary>The decoded body of a request, whatever its transfer.</summary>
internal abstract class PayloadReader
{
    /// <summary>Checksum trailers, known once everything was read.</summary>
    public virtual IReadOnlyDictionary<string, string> Trailers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Zero at the end.</summary>
    public abstract ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellation);

    /// <summary>Reads until the block is full or the payload ends.</summary>
    public async ValueTask<int> FillAsync(Memory<byte> block, CancellationToken cancellation)
    {
        var filled = 0;
        while (filled < block.Length)
        {
            var read = await ReadAsync(block[filled..], cancellation);
            if (read == 0)
                break;
            filled += read;
        }
        return filled;
    }
}
