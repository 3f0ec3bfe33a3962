using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder;
using Streamix.Media.Transcoder.Administration;
using Streamix.Media.Transcoder.Data;
using Streamix.Media.Transcoder.Jobs;
using Streamix.ServiceDefaults;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddServiceDatabase<TranscoderDb>("media-transcoder-db");
builder.AddMessaging<TranscoderDb>(events => events
    .Handles<AssetUploaded, TakeUpload>()
    .Handles<AssetRemoved, DropAsset>());
builder.AddJobs();

var app = builder.Build();
app.UseServiceDefaults();
app.MapJobs();
app.MapQueue();
await app.RunAsync();
