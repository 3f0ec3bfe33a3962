using System.Text;
using System.Xml.Linq;
using Streamix.LocalS3.Cors;
using Streamix.LocalS3.Lifecycle;
using Streamix.LocalS3.Tagging;

namespace Streamix.LocalS3.Storage;

/// <summary>One configuration of a bucket, kept as the XML it came in.</summary>
internal sealed class SettingFile(string name, Action<BucketSettings, XElement?> apply)
{
    public static readonly SettingFile Cors = new("cors.xml", (s, x) => s.Cors = x is null ? null : CorsRules.Parse(x));
    public static readonly SettingFile Lifecycle = new("lifecycle.xml", (s, x) => s.Lifecycle = x is null ? null : LifecycleRules.Parse(x));
    public static readonly SettingFile Tags = new("tagging.xml", (s, x) => s.Tags = x is null ? null : TagSet.Parse(x, TagSet.MostPerBucket));

    private static readonly SettingFile[] All = [Cors, Lifecycle, Tags];

    public async Task PutAsync(DurableFiles files, Bucket bucket, XElement xml)
    {
        apply(new BucketSettings(), xml);
        using var visit = bucket.Enter();
        await files.WriteAsync(PathIn(bucket), Encoding.UTF8.GetBytes(xml.ToString(SaveOptions.DisableFormatting)));
        apply(bucket.Settings, xml);
    }

    public void Delete(Bucket bucket)
    {
        using var visit = bucket.Enter();
        DurableFiles.Delete(PathIn(bucket));
        apply(bucket.Settings, null);
    }

    public static void LoadAll(Bucket bucket)
    {
        foreach (var setting in All)
            if (File.Exists(setting.PathIn(bucket)))
                setting.Apply(bucket.Settings, XElement.Load(setting.PathIn(bucket)));
    }

    private Action<BucketSettings, XElement?> Apply => apply;

    private string PathIn(Bucket bucket) => Path.Combine(bucket.Folder, name);
}
