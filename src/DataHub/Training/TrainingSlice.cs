using DataHub.Access;
using DataHub.Planning;

namespace DataHub.Training;

/// <summary>Binds schema/training.graphql.</summary>
public static class TrainingSlice
{
    public static void Register(HubBuilder hub)
    {
        hub.Table<ProgrammeRow>("TrainingProgramme")
            .Expression("participants", typeof(int), ["id"], row => Figure(row, new("participants")))
            .Expression("passed", typeof(int), ["id"], row => Figure(row, new("passed")));
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
            $"{participation}.person_id = {SqlValue.Long(caller.PersonId)} and exists (select from training.certain_participation c where c.source_key = {participation}.source_key)"),
        "STEWARDSHIP" => null,
        _ => Fragment.Of($"false"),
    };

    // A view that shows nothing of the participations but how many there are.
    private static Fragment Figure(Identifier programme, Identifier figure) =>
        Fragment.Of($"(select f.{figure} from training.programme_figure f where f.programme_id = {programme}.id)");
}
