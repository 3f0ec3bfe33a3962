namespace Streamix.LocalS3.Checksums;

internal interface IRunningChecksum : IDisposable
{
    void Append(ReadOnlySpan<byte> data);

    /// <summary>The big-endian value S3 encodes in base64.</summary>
    byte[] Finish();
}
