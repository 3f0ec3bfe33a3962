using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Users.Profile.Avatars;

/// <summary>Reads the picture of a request: the body itself, or the first file of a form.</summary>
internal static class UploadedPicture
{
    /// <summary>Room for what a form has around its file.</summary>
    public const int LargestBody = PictureLimits.Bytes + 16 * 1024;

    private const int LongestBoundary = 70;

    /// <exception cref="ProblemException">400 without a file, 408 for one that comes too slowly, 413 for one that is too large, 415 when it is not said what it is.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await ReadAsync(request, either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ProblemException(StatusCodes.Status408RequestTimeout, "The picture came too slowly.");
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
            throw new ProblemException(StatusCodes.Status415UnsupportedMediaType, "Say in Content-Type what kind of picture it is.");
        return type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? await ReadFormAsync(HeaderUtilities.RemoveQuotes(type.Boundary).Value, request.Body, cancellationToken)
            : await ReadAllAsync(request.Body, cancellationToken);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadFormAsync(string? boundary, Stream body, CancellationToken cancellationToken)
    {
        if (boundary is not { Length: > 0 and <= LongestBoundary })
            throw Unreadable("The form has no boundary.");
        try
        {
            var reader = new MultipartReader(boundary, body) { BodyLengthLimit = LargestBody };
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
                if (section.GetContentDispositionHeader()?.IsFileDisposition() == true)
                    return await ReadAllAsync(section.Body, cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw Unreadable("The form cannot be read.");
        }
        throw Unreadable("The form has no file.");
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAllAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[32 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (memory.Length + read > PictureLimits.Bytes)
                throw new ProblemException(StatusCodes.Status413PayloadTooLarge, $"A picture has at most {PictureLimits.Bytes / 1024 / 1024} MiB.");
            await memory.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
        return memory.Length > 0 ? memory.ToArray() : throw Unreadable("A picture is required.");
    }

    private static ProblemException Unreadable(string detail) => new(StatusCodes.Status400BadRequest, detail);
}
