using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Streamix.ServiceDefaults.Http;

/// <summary>Reads the one file of a request into memory: the body itself, or the first file of a form.</summary>
public static class UploadedFile
{
    /// <summary>Room for what a form has around its file.</summary>
    private const int Form = 16 * 1024;

    private const int LongestBoundary = 70;

    /// <summary>The limit of the body (<see cref="BodyLimit"/>) for a file of at most <paramref name="most"/> bytes.</summary>
    public static int Body(int most) => most + Form;

    /// <summary>Reads it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="most">The largest file, in bytes.</param>
    /// <param name="longest">How long it may be on its way.</param>
    /// <param name="time">Measures it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ProblemException">400 without a file, 408 for one that comes too slowly, 413 for one that is too large, 415 when it is not said what it is.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, int most, TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await ReadAsync(request, most, either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ProblemException(StatusCodes.Status408RequestTimeout, "The file came too slowly.");
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, int most, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
            throw new ProblemException(StatusCodes.Status415UnsupportedMediaType, "Say in Content-Type what kind of file it is.");
        return type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? await ReadFormAsync(HeaderUtilities.RemoveQuotes(type.Boundary).Value, request.Body, most, cancellationToken)
            : await ReadAllAsync(request.Body, most, cancellationToken);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadFormAsync(string? boundary, Stream body, int most, CancellationToken cancellationToken)
    {
        if (boundary is not { Length: > 0 and <= LongestBoundary })
            throw Unreadable("The form has no boundary.");
        try
        {
            var reader = new MultipartReader(boundary, body) { BodyLengthLimit = Body(most) };
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
                if (section.GetContentDispositionHeader()?.IsFileDisposition() == true)
                    return await ReadAllAsync(section.Body, most, cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw Unreadable("The form cannot be read.");
        }
        throw Unreadable("The form has no file.");
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAllAsync(Stream stream, int most, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[32 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (memory.Length + read > most)
                throw new ProblemException(StatusCodes.Status413PayloadTooLarge, $"The file has at most {most / 1024 / 1024} MiB.");
            await memory.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
        return memory.Length > 0 ? memory.ToArray() : throw Unreadable("A file is required.");
    }

    private static ProblemException Unreadable(string detail) => new(StatusCodes.Status400BadRequest, detail);
}
