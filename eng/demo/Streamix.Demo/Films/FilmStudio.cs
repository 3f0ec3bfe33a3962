using Streamix.Demo.Catalogue;

namespace Streamix.Demo.Films;

/// <summary>Makes films, each in a file that is whole or not there, and keeps it until it is published: an upload goes on with the same bytes.</summary>
internal sealed class FilmStudio(Ffmpeg ffmpeg, string work, string footage)
{
    public async Task<FileInfo> MakeAsync(Showing showing, CancellationToken cancellationToken)
    {
        var (film, file, title) = (showing.Film!, FileOf(showing), Path.Combine(work, $"{showing.Slug}.txt"));
        if (file.Exists) return file;
        Directory.CreateDirectory(work);
        var half = Path.Combine(work, $"{showing.Slug}.half.mkv");
        try
        {
            await File.WriteAllTextAsync(title, showing.En.Title, cancellationToken);
            await ffmpeg.RunAsync(FilmCommand.Of(film, title, footage, half), cancellationToken);
            File.Move(half, file.FullName, overwrite: true);
        }
        finally
        {
            File.Delete(half);
            File.Delete(title);
        }
        return FileOf(showing);
    }

    public void Forget(Showing showing) => FileOf(showing).Delete();

    private FileInfo FileOf(Showing showing) => new(Path.Combine(work, $"{showing.Slug}.mkv"));
}
