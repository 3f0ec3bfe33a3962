using Streamix.Media.Transcoder.Queue;

namespace Streamix.Media.Transcoder.Workers;

/// <summary>Scratch folders for tasks; sources nobody uses make room for them.</summary>
internal sealed class WorkRoom(Scratch scratch, SourceShelf shelf)
{
    public ScratchFolder Open(TaskLease lease, long bytes)
    {
        var name = $"{lease.Job.Id:n}-{lease.Token}";
        try
        {
            return scratch.Open(name, bytes);
        }
        catch (ScratchFullException full) when (!full.Never)
        {
            shelf.Clear();
            return scratch.Open(name, bytes);
        }
    }
}
