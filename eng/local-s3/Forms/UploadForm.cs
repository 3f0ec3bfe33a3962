using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Streamix.LocalS3.Errors;

namespace Streamix.LocalS3.Forms;

/// <summary>A multipart/form-data body read up to its file, which stays a stream.</summary>
internal sealed record UploadForm(FormFields Fields, Stream File, string FileName)
{
    public static async Task<UploadForm> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var reader = new MultipartReader(Boundary(request), request.Body) { HeadersCountLimit = 16, HeadersLengthLimit = 8 << 10 };
        var fields = new FormFields();
        while (await NextAsync(reader, cancellation) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) || !disposition.Name.HasValue)
                throw Malformed();
            var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value!;
            if (name.Equals("file", StringComparison.OrdinalIgnoreCase))
                return new(fields, section.Body, FileNameOf(disposition));
            if (fields.Count == Limits.FormFields)
                throw TooLarge();
            fields.Add(name, await ValueAsync(section.Body, cancellation));
        }
        throw S3Error.InvalidArgument("POST requires exactly one file upload per request.", "file", "0");
    }

    private static string Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= 200 } boundary
            ? boundary
            : throw new S3Exception(412, "PreconditionFailed", "At least one of the pre-conditions you specified did not hold", ("Condition", "Bucket POST must be of the enclosure-type multipart/form-data"));

    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellation)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellation);
        }
        catch (Exception error) when (error is InvalidDataException || (error is IOException && error is not BadHttpRequestException))
        {
            throw Malformed();
        }
    }

    private static async Task<string> ValueAsync(Stream body, CancellationToken cancellation)
    {
        var value = new byte[Limits.FormField + 1];
        var length = await body.ReadAtLeastAsync(value, value.Length, throwOnEndOfStream: false, cancellation);
        return length <= Limits.FormField ? Encoding.UTF8.GetString(value, 0, length) : throw TooLarge();
    }

    private static string FileNameOf(ContentDispositionHeaderValue disposition)
    {
        var name = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? "";
        return name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
    }

    private static S3Exception Malformed() =>
        new(400, "MalformedPOSTRequest", "The body of your POST request is not well-formed multipart/form-data.");

    private static S3Exception TooLarge() =>
        new(400, "MaxPostPreDataLengthExceeded", "Your POST request fields preceding the upload file were too large.");
}
