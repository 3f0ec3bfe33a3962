using Microsoft.EntityFrameworkCore;
using Streamix.Media.Transcoder.Data;
using Streamix.Media.Transcoder.Jobs;
using Streamix.Media.Transcoder.Pipeline.Encoding;
using Streamix.Media.Transcoder.Pipeline.Texts;
using Streamix.Media.Transcoder.Storing;

namespace Streamix.Media.Transcoder.Workers;

/// <summary>What the finished tasks of a job have made, and which task made which file.</summary>
internal sealed record Parts(
    IReadOnlyList<ChunkResult> Chunks, IReadOnlyList<AudioResult> Audio, IReadOnlyList<TextResult> Texts, IReadOnlyList<(Guid Task, WorkFile File)> Files)
{
    public long Bytes => Files.Sum(f => f.File.Bytes);

    public static async Task<Parts> LoadAsync(TranscoderDb db, Guid jobId, CancellationToken cancellationToken)
    {
        var rows = await db.Tasks.AsNoTracking().Where(t => t.JobId == jobId && t.Result != null).OrderBy(t => t.Kind).ThenBy(t => t.Number)
            .Select(t => new { t.Id, t.Kind, Result = t.Result! }).ToListAsync(cancellationToken);
        List<(Guid, WorkFile)> files = [];
        List<ChunkResult> chunks = [];
        List<AudioResult> audio = [];
        List<TextResult> texts = [];
        foreach (var row in rows)
            if (row.Kind == TaskKind.Chunk)
                chunks.Add(Read<ChunkResult>(row.Id, row.Result));
            else if (row.Kind == TaskKind.Audio)
                audio.Add(Read<AudioResult>(row.Id, row.Result));
            else
                texts.AddRange(Read<IReadOnlyList<TextResult>>(row.Id, row.Result));
        return new(chunks, audio, texts, files);

        T Read<T>(Guid task, string json)
        {
            var result = Json.Read<WorkResult<T>>(json);
            files.AddRange(result.Files.Select(f => (task, f)));
            return result.Value;
        }
    }
}
