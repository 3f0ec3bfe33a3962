using Streamix.ServiceDefaults;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Privacy;
using Streamix.ServiceDefaults.Storage;
using Streamix.Users.Contracts.Accounts;
using Streamix.Users.Profile.Avatars;
using Streamix.Users.Profile.Data;
using Streamix.Users.Profile.Households;
using Streamix.Users.Profile.Pins;
using Streamix.Users.Profile.Preferences;
using Streamix.Users.Profile.Privacy;
using Streamix.Users.Profile.Profiles;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddServiceDatabase<ProfileDb>("users-profile-db");
builder.AddMessaging<ProfileDb>(events => events
    .Handles<AccountRegistered, DefaultProfile>()
    .Handles<AccountLocaleChanged, CopyLocale>()
    .Handles<AccountStatusChanged, CopyStatus>()
    .Handles<AccountErased, ForgetHousehold>());
builder.AddObjectStore();
builder.Services.AddProfiles().AddPins().AddAvatars();
builder.Services.AddPersonalData<ProfilesOfAccount>();

var app = builder.Build();
app.UseServiceDefaults();
app.MapProfiles();
app.MapPins();
app.MapPreferences();
app.MapAvatars();
app.MapEntries();
await app.RunAsync();
