using System.Buffers;

namespace Grpc.Core;

/// <summary>Where a message is written to.</summary>
public abstract class SerializationContext
{
    /// <summary>The whole message at once.</summary>
    public virtual void Complete(byte[] payload) => throw new NotImplementedException();

    /// <summary>Where to write; <see cref="Complete()"/> ends it.</summary>
    public virtual IBufferWriter<byte> GetBufferWriter() => throw new NotImplementedException();

    /// <summary>The length in bytes, if known before writing.</summary>
    public virtual void SetPayloadLength(int payloadLength)
    {
    }

    /// <summary>Everything is in the buffer.</summary>
    public virtual void Complete() => throw new NotImplementedException();
}
