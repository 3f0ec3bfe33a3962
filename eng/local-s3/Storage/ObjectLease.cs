namespace Streamix.LocalS3.Storage;

/// <summary>A version of an object that stays readable until disposed.</summary>
internal sealed class ObjectLease(ObjectRecord record, Readers readers) : IDisposable
{
    private int left;

    public ObjectRecord Record => record;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref left, 1) == 0)
            readers.Leave(record);
    }
}
