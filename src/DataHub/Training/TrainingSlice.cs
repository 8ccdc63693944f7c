using DataHub.Access;
using DataHub.Planning;

namespace DataHub.Training;

/// <summary>Binds schema/training.graphql.</summary>
public static class TrainingSlice
{
    public static void Register(HubBuilder hub)
    {
        hub.Table<ProgrammeRow>("TrainingProgramme")
            .Expression("participants", typeof(int), ["id"], row => Counted(row, Fragment.Of($"true")))
            .Expression("passed", typeof(int), ["id"], row => Counted(row, Fragment.Of($"x.passed")));
        hub.Table<ParticipationRow>("TrainingParticipation")
            .Rows(OwnOnly)
            .About("person_id")
            .Add(new ToOneField("programme", hub.Type("TrainingProgramme"), ["programme_id"], ("id", typeof(long)), (row, programme) =>
                Fragment.Of($"{programme}.id = {row}.programme_id")));
        hub.Extend("Business").Add(new ChildrenField(
            "trainings", hub.Type("TrainingParticipation"), "id", "business_id", [new("started_on", typeof(DateOnly), Descending: true)])
        { AreShort = true });
        hub.Resolve("Query.trainingProgrammes", new ListResolver(hub.Type("TrainingProgramme"), [new("code", typeof(string))]));
    }

    // An owner sees participation that is certainly their own: one joined by name and phone may be another person's.
    private static Fragment? OwnOnly(Caller caller, Identifier participation) => caller.Purpose switch
    {
        "SUBJECT_ACCESS" => Fragment.Of(
            $"{participation}.person_id = {SqlValue.Long(caller.PersonId)} and exists (select from linkage.link l where l.feed = 'PELATIHAN' and l.source_key = {participation}.source_key and l.closed_at is null and l.certainty = 'CERTAIN')"),
        "STEWARDSHIP" => null,
        _ => Fragment.Of($"false"),
    };

    // One to four participations would point at persons: the contract says null for them.
    private static Fragment Counted(Identifier programme, Fragment condition) => Fragment.Of(
        $"(select case when count(*) between 1 and 4 then null else count(*)::int end from training.participation x where x.programme_id = {programme}.id and {condition})");
}
