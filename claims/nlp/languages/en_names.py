"""English: given names in Latin script, by gender. Names that are common words as well are left out."""

_FEMININE = """
mary anna anne ann emma sarah sara laura julia maria elena olga fatima aisha amina leila layla mariam
mariem maryam nadia samira salma huda ilham randa hajer ines amel awa zeinabou zeinab farida umm nora
noura rania angela theresa hillary kamala ursula christine jane susan karen linda abigail ada adriana
agnes aicha alexandra alice alicia alison amanda amelia amira amy ana anastasia andrea anita anja annette
antonia asma astrid audrey ayesha barbara beatrice bernadette beth bridget brigitte camilla carla carol
carolina caroline catherine cecilia celia charlotte chiara clara claudia colette cristina cynthia dalia
dana danielle daniela debbie deborah denise diana dina donna dora doris dorota dorothy edith eileen elaine
eleanor eleni elisa elisabeth elizabeth ella ellen eloise emily erika esther eugenia eva evelyn fadia
farah fatma fatemeh feryal fiona frances francesca frida gabriela gabrielle gemma gertrude ghada gina
giulia gretchen gudrun hala halima hana hanan hanna hannah heather hedda heidi helen helena helga
henrietta hiba ida imane inas ingrid irene irina isabel isabella isabelle ivana jacqueline janet janice
jeanne jennifer jessica jill jo joan joanna jocelyn johanna josephine joyce judith judy juliet juliette
karin karina karima kate katarina katherine kathleen kathryn katja katrin katy kelly khadija kirsten
kristina lamia lamya lara lena leonie leonor lesley leyla lidia lilian lillian lina lisa liz loretta
lorraine louise loubna lubna lucia lucie lucinda lucy ludmila lulu lydia lynn madeleine madeline magdalena
maha mai maisie malika manal mara margaret margarita margot marcela marianne marie marina marisol marisa
marlene marta martha marthe martina matilda maureen maya meera megan melanie melissa michelle mina miranda
miriam mona monica monika muna myriam nabila nada nadine nafisa naima najwa nancy naomi natalia natalie
natasha nawal nermin nicole nicola nina noor nour odile olivia paloma pamela patricia paula pauline
penelope petra philippa phoebe priscilla rabia rachel rana raquel rasha rebecca reem renata renate rima
rita roberta rosa rosalind rosemary rosie roula ruba ruth sabina sabine sabrina safa safiya sahar sally
samantha samia sandra sanaa sawsan selma shadia shaima sharon sheila shirin sigrid silvia simone sinead
siobhan sofia sonia sophia sophie stella stephanie suha suzanne svetlana sylvia tamara tania tatiana
teresa tess theodora tina tracy ulrike valentina valerie vanessa vera veronica viktoria vivian wafa wendy
wilhelmina yana yara yasmin yasmine yolanda yvette yvonne zahra zaina zaynab zoe zohra
"""

_MASCULINE = """
john james robert michael william david richard thomas charles joseph daniel paul mark donald george joe
boris emmanuel vladimir sergei ahmed ahmad mohammed mohamed muhammad mohammad ali hassan hussein omar
khaled mahmoud mustafa ibrahim youssef yusuf karim tarek ayman magdy samir nizar hugo brahim ely sidi
cheikhna firas taher bashar antonio peter ryan rami abu aaron abbas abdallah abdel abdelaziz abdelkader
abdelkrim abdelhamid abdul abdulaziz abdullah abdulrahman abdurrahman adam adel adil adnan adrian aidan
akram alaa alain alan albert alberto alejandro aleksandr aleksei alex alexander alexei alfred alistair
allen alun alvaro amir amin ammar amr anas anatoly anders andre andreas andrei andres andrew andriy andy
angelo angus anthony anton antoine antony anwar ariel aristide arnaud arnold arthur ashraf asim aslan
ataullah axel aziz badr bakr barack barry basel basem basil bassam bassem ben benedict benjamin benny
bernard bernd bertrand bilal bill bob bogdan brad bradley brendan brett brian bruce bruno burhan carlos
carl carsten cesar christian christoph christophe christopher chris claude clement clive colin conor
constantine craig cyril damian damien dan danny darren dave denis dennis derek dieter dimitri dirk dmitry
dominic dominik douglas duncan edgar edmund eduardo edward edwin ehud eitan elias elie elliott emad emil
emilio emir enrique eric erik ernest esam essam ethan etienne eugene evan fabian fadel fadi fahd fahad
faisal farid farhan farouk faruk fathi fawzi faysal felipe felix ferdinand fernando fergus fouad francis
francois frank franz fred frederick frederic friedrich fuad gabriel gareth gary gavin geert geoffrey
gerald gerard gerhard ghassan gideon giles gilles giorgio giovanni giuseppe gordon graham greg gregory
guido guillermo gunther gustav habib hadi haitham hakan hakim hamad hamdi hamed hamid hamza hani hans
harald haroun harris harold harry hashim hatem hector heinrich helmut henri henrik henry herbert herman
hermann hicham hisham horst howard hubert humphrey hussain iain ian idris ignacio igor ihor ilham imad
imran isa isaac ismail issa issam ivan izzeldin jaber jack jacob jacques jafar jake jalal jamal jamie jan
jared jason javier jawad jay jeff jeffrey jeremy jerome jesper jesus jim jimmy joachim joao joel johan
johann johannes johnny jon jonas jonathan jordi jorge jose josef joshua juan jules julian julien julio
jürgen jurgen kamal kamel kareem karl kaspar keir keith ken kenneth kevin khalid khalil khalifa kieran
klaus konrad konstantin kurt kyle lamine larry lars laurent lawrence leo leon leonard leonid leopold lewis
liam lionel lloyd lorenzo louis lotfi luc luca lucas ludovic luis luke lutfi maher mahdi majed majid
malcolm malik manfred manuel marc marcel marco marcus marek mario markus marouane martin marvin marwan
mateusz mathieu matt matteo matthew matthias maurice mauro max maxim mehdi mehmet mamdouh miguel mikael
mike mikhail miloš milos mirko mitchell moataz moez mokhtar moncef mounir mourad muammar muhannad mukhtar
murad murray musa musab mutasim muwaffaq nabil nadim naji najib narendra nasr nasser nathan nathaniel neil
nicholas nicolas nigel nikita nikolai nikolas nils noah noel norman numan nuri octavio olaf oleg oleksandr
oliver olivier olof oscar oskar osama osman othman otto owen pablo paolo pascal patrick pavel pawel pedro
petr petro petros phil philip philippe pierre piotr qais qasim quentin rabih rachid radwan rafael raheem
rainer raja ralf ralph ramadan ramon ramzi randall raouf rashad rashid raul raymond rayan reinhard rene
reza riad ricardo riccardo rick ridha roberto robin rodney rodrigo roger roland rolf romano ron ronald
rory roy rubén ruben rudolf rupert russell ruslan rustam saad sabri sadiq saeed salah salam saleh salem
salim salman salvador sam sameh sameer sami samuel saul scott sean sebastian selim serge sergey sergio
seth shadi shakir shane sharif shawn shinzo sidney silvio simon sofiane stanislav stefan stefano stephan
stephane stephen steve steven stewart stuart sufyan sulaiman suleiman sven taha talal tamer tamim tareq
tariq tayeb ted teo terence terry tesfalem theo theodore thibault tibor tim timothy tobias toby todd tom
tomas tommy tony travis trevor tristan tyler ulrich umar uri valentin vasily victor viktor vincent
vittorio vitaly volker volodymyr wael wahid waleed walid walter warren waseem wassim wayne wesley wilfred
wilhelm willem wissam wolfgang xavier yahia yahya yaroslav yasin yaser yasser yassin yassine yazid yitzhak
younes younis yunus yuri yves zachary zaid zakaria zaki zayd ziad zine zoran zuhair
"""

GIVEN_NAMES: dict[str, str] = {
    name: gender for gender, names in (("f", _FEMININE), ("m", _MASCULINE)) for name in names.split()
}
"""Folded given name -> gender."""
