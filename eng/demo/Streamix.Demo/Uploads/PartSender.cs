using System.Net.Http.Headers;

namespace Streamix.Demo.Uploads;

/// <summary>Sends a part of a file straight to the object store.</summary>
internal sealed class PartSender(HttpClient http)
{
    private const int Attempts = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <returns>The store's tag.</returns>
    public async Task<string> SendAsync(FileInfo file, PartUrl part, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Put, part.Url) { Content = new ByteArrayContent(await ReadAsync(file, part.Offset, part.Bytes, cancellationToken)) };
                foreach (var (name, value) in part.Headers)
                    if (!request.Headers.TryAddWithoutValidation(name, value)) request.Content.Headers.TryAddWithoutValidation(name, value);
                using var answer = await http.SendAsync(request, cancellationToken);
                if (answer.IsSuccessStatusCode) return TagOf(answer.Headers.ETag, part);
                if ((int)answer.StatusCode < 500 || attempt == Attempts) throw new DemoException($"The store refused part {part.Number} of {file.Name}: {(int)answer.StatusCode}");
            }
            catch (HttpRequestException) when (attempt < Attempts)
            {
                // Asked again below.
            }
            await Task.Delay(Pause, cancellationToken);
        }
    }

    public static async Task<byte[]> ReadAsync(FileInfo file, long offset, long bytes, CancellationToken cancellationToken)
    {
        await using var stream = file.OpenRead();
        stream.Position = offset;
        var part = new byte[bytes];
        await stream.ReadExactlyAsync(part, cancellationToken);
        return part;
    }

    private static string TagOf(EntityTagHeaderValue? tag, PartUrl part) => tag?.Tag ?? throw new DemoException($"The store gave part {part.Number} no tag.");
}
