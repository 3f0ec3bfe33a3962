using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Payload;

namespace Streamix.LocalS3.Forms;

/// <summary>The file of a form; a body that ends before its boundary is incomplete, not shorter.</summary>
internal sealed class FormFile(Stream file) : PayloadReader
{
    public override async ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellation)
    {
        try
        {
            return await file.ReadAsync(destination, cancellation);
        }
        catch (IOException error) when (error is not BadHttpRequestException)
        {
            throw S3Error.IncompleteBody();
        }
    }
}
