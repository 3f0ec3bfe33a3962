using System.Globalization;

namespace Streamix.Benchmarks.Edge;

/// <summary>What the worker processes of a server have used of the processors, from /proc.</summary>
internal static class Workers
{
    private const double TicksPerSecond = 100; // USER_HZ, the same on every Linux
    private const int Parent = 1, User = 11, System = 12; // after the name, see proc(5)

    /// <summary>Seconds of all children of nginx's master.</summary>
    /// <param name="above">The master, or a process above it.</param>
    public static double Seconds(int above)
    {
        var all = Directory.EnumerateDirectories("/proc").Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? Read(id) : null).OfType<Entry>().ToList();
        var family = new HashSet<int> { above };
        while (all.Where(entry => family.Contains(entry.Parent)).Select(entry => family.Add(entry.Id)).ToList().Contains(true))
        {
        }
        var nginx = all.Where(entry => family.Contains(entry.Id) && entry.Name == "nginx").ToList();
        return nginx.Where(entry => nginx.Exists(master => master.Id == entry.Parent)).Sum(entry => entry.Seconds);
    }

    private static Entry? Read(int id)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{id}/stat");
            var (open, close) = (text.IndexOf('('), text.LastIndexOf(')'));
            var fields = text[(close + 2)..].Split(' ');
            return new(id, text[(open + 1)..close], Number(fields[Parent]), (Number(fields[User]) + Number(fields[System])) / TicksPerSecond);
        }
        catch (IOException)
        {
            return null; // it has ended meanwhile
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Entry(int Id, string Name, int Parent, double Seconds);
}
